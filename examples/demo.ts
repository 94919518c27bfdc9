// The main job: customers by class, both models, what the base is worth, and the twenty most valuable customers.
// `npm run demo` runs it on simulated orders, `npm run demo -- orders.csv --customer …` on your file, `-- --help` tells the rest.
import { runDemo } from "./demo/run-demo.ts";

// `… | head` closes the pipe early, which is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await runDemo(process.argv.slice(2), {
  report: (text) => process.stdout.write(text),
  trouble: (text) => process.stderr.write(text),
});
