from queue import Empty

from nbclient.exceptions import CellExecutionComplete
from nbclient.util import ensure_async, run_sync
from nbconvert.preprocessors import ExecutePreprocessor

SECONDS = 1.0


class PatientExecutePreprocessor(ExecutePreprocessor):
    """Deno's kernel now and then says that it is idle before it has sent the result of a cell, and nbconvert, which
    does not look any further, loses the result. So this one waits a moment for cells that seem to have none."""

    async def async_execute_cell(self, cell, *rest, **options):
        replies = []
        self.on_cell_executed = lambda **news: replies.append(news)
        done = await super().async_execute_cell(cell, *rest, **options)
        for news in replies:
            await self.late_outputs(cell, news["cell_index"], news["execute_reply"]["parent_header"]["msg_id"])
        return done

    execute_cell = run_sync(async_execute_cell)

    async def late_outputs(self, cell, cell_index, question):
        while not any(output["output_type"] == "execute_result" for output in cell.outputs):
            try:
                message = await ensure_async(self.kc.iopub_channel.get_msg(timeout=SECONDS))
            except Empty:
                return
            if message["parent_header"].get("msg_id") == question:
                try:
                    self.process_message(message, cell, cell_index)
                except CellExecutionComplete:
                    pass
