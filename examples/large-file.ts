// A CSV file of any size to customers, models and values, part by part; it can be interrupted (Ctrl+C) and resumed, and read by workers.
// Run it without a build: npx tsx --tsconfig tsconfig.tools.json examples/large-file.ts [orders.csv] [--workers 2] [--help]
import { runLargeFile } from "./large-file/run.ts";

process.exitCode = await runLargeFile(process.argv.slice(2), {
  report: (text) => process.stdout.write(text),
  trouble: (text) => process.stderr.write(text),
});
