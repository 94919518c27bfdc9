// What the reports say of how their figures came about.
export const METHOD = `Each variant runs in processes of its own, round after round in turn, so that a busy minute of the machine hits all alike. Times
are CPU time of the whole process (user and system, garbage collection and other helper threads included), since other work may run
beside. "CPU ms" is the median of warm runs, "min" the best of them, "cold" the median of first calls in a fresh process. Absolute
times tell little; ratios within one table repeat to about a quarter.`;

export const REDUCTION = `From orders in no order, on 730 days, to one row per customer: frequency (repeat purchase days), recency, T, mean repeat spend, number
of orders, revenue, first and last day. All variants come to the same checksums. Text ids and date texts are new strings for each
row and each run. "clientele" is the library as it is built for the package. "Idiomatic" groups row objects in a \`Map\`, sorts each
customer's and goes through them once. DuckDB has its table loaded beforehand, runs on one thread, and its time includes the result's way
into JavaScript columns; days come back as integers. "Extra" memory is beyond input and result: the growth of the resident set to its peak in a
first call, once up to the log (which counts in full) and once to the end less the result; the larger of both. It includes garbage
that is not yet collected. Where a variant has no log, only the second.`;

export const MODELS = `"Naive" is the likelihood as the papers print it, customer by customer with log-gamma functions (for Pareto/NBD with two hypergeometric
series each; for BG/BB, sBG and BdW cell by cell, as their papers do), maximised by Nelder–Mead (tolerance 1e-4) from 0.1 for the logarithm of each
parameter with first steps of 5 %; from a better start it needs about half as many evaluations, and half the time. It runs in
JavaScript like the library: the ratio is one of algorithms. "Extrapolated" was not run: one naive evaluation at the maximum, timed in the same
run, times the evaluations that the naive fit to the CDNOW sample needed. At the library's maximum both likelihoods agree to 1e-8, and no naive
search found a higher one, else there would be no report; a naive log-likelihood lower than the library's is a search that stopped early or ran off.
Where k is chosen, the library fits each k in turn, and evaluations are those of the k it chose.

Drawn bases follow the BG/NBD model (spend: Gamma-Gamma) with CDNOW's parameters. The billion customers are the cells of three million drawn ones, every
other with the rates of frequent buyers at less weight so that rare histories are there, weighted up to a billion. A fit takes plain rows: checking and merging them is part of
it. Evaluations are those of the whole base; large bases are first fitted to a thinned sample, whose evaluations are in the time but not in the count.`;

export const SCORING = `Scores are P(alive), the purchases expected in 90 days, and the lifetime value of 12 months, each month discounted from its end.
Warm calls follow each other, their garbage included. "Columns" means typed arrays in and out, all in one call; "rows" is one call for each horizon, so that it works out P(alive) twice and the purchases of
12 months unasked. "Naive" works with the textbook's formulas customer by customer: for BG/NBD 13
hypergeometric series, for Pareto/NBD two and 13 closed forms; it is timed on every 50th customer. "Difference" is the largest of all scores of
these customers between library and naive, relative; digits that the naive formulas lose count too.`;

export const COHORTS = `Monthly cohorts of orders on 730 days. "From a log" starts from a checked log, "from columns" makes the log first. "Map" finds each customer's first month in
one pass and counts the distinct customers of each cohort and month in the next, in \`Map\`s and \`Set\`s, from integer columns or from row objects. All ways to bounded
cohorts come to the same customers in every cell.`;

export const SURVIVAL = `Durations of customers of three years, in whole days or as unrounded times; most are still there (censored). "Naive" sorts row objects by duration and goes through them once, which is how the estimators
are written by hand; "columns" and "rows" are what the library takes. Intervals, checks of every row and the tables of results are in the library's time only. "Difference" is the largest of
all figures between library and naive, relative.`;

export const COX = `Tenures that follow the model with ten covariates, unrounded. "Naive, cumulative" is the textbook's loop written well: rows sorted once, sums over those at risk carried
along, Newton's method; it gives coefficients and nothing else, while the library also checks every row, tests, and works out errors, concordance and the baseline. "By definition"
sums over those at risk anew for each event, as the formula reads; it ran on fewer rows and is extrapolated by their square. "Difference" is the largest between coefficients.`;

export const CONCENTRATION = `Customers with log-normal revenue, some of them 0 and some equal. "Naive" sorts row objects by value and goes through them once, as one writes
Gini and ABC down from their definitions. "Difference" is the largest of all figures between library and naive, relative.`;

export const RFM = `From orders on 730 days to raw values, scores by quantile, cells and segments of every customer. "Map" groups orders in one pass, sorts the values of all
customers, finds the limits by the same quantiles and looks up the segment, from integer columns or from row objects. All ways come to the same customers in every cell and segment.`;

export const K_MEANS = `1,000,000 rows of 5 features in overlapping groups, 8 clusters. Both sides start from the same rows as centres where the table says so; ml-kmeans 7.0.1 stops by its own tolerance. What the
library's full search does besides (several starts, transfers of single rows, profile) is in its time. "Sum of squares" is the objective reached beside that of ml-kmeans: below 1 is better.`;

export const HIT_RATE = `Offers with a status, a value and three keys, by every combination of them: how many were won of those decided, with Wilson's interval, and the rate by value. "From a book" starts from the checked
book, whose keys are dictionary codes; "from rows" makes the book first. "Map of texts" joins the keys of each row object to a text and counts in a \`Map\`, as one would write it by hand. All ways come to the
same groups and rates.`;

export const IMPORT_COST = `The package is built, packed and installed as a user gets it. Sizes are of one bundle for each line: minified by esbuild with everything that it needs, packages included, then packed
by gzip (level 9) or brotli (level 11); kB are 1,000 bytes. Rooms share what they are packed with, so each is given that part of the root's gzip that it has of the minified code.
Times are wall-clock milliseconds from before \`import()\` or \`require\` of a path to after it, as its process itself measures them: the median of fresh processes, runtimes in turn. Node's, Deno's and
Bun's own start is not in them; the files are in the machine's memory, since a first round is not counted.`;

export const STREAMS = `Purchases of a Pareto/NBD base (r 1, s 0.6) on 730 days, in no order, drawn in batches of 65,536 that are never in memory together; drawing them is not timed. From them to weighted cells
(frequency, recency, T, customers): by \`createCustomerReducer\`, which keeps a state per customer, and by DuckDB on one thread, whose table is loaded beforehand and whose time includes the cells' way into
JavaScript. All come to the same cells. Times are the least of the rounds. What a reducer holds is measured after each tenth of the rows, ids and their index included. "Dictionary-coded" batches share one
dictionary of texts, which the caller holds anyway. The fits take the cells, the scores all customers.`;

export const WORKERS = `The purchases of "streams", from a CSV file (that of examples/large-file: ids and dates as text, csv-parse, parts of 2 MiB) or from columns in memory that the threads share, to weighted cells. Each worker
reduces one share of the rows and posts its snapshot; the main thread merges. Wall time, since that is what workers are for: it says something only where as many processors are free as there are workers. The
CPU time is that of all threads. "Main ÷ this" above 1 is faster than the main thread alone. A worker's start is in the time, so is the structured clone of a dictionary to each; the file is in the machine's
memory. All ways come to the same cells.`;

export const BILLION = `Customers of a BG/NBD base with CDNOW's parameters who began on any day of two years, drawn one by one and counted by equal histories (repeat purchases, day of the last one, age): the cells that a warehouse hands
over. A fit takes plain rows of cells; checking and merging them is part of it. By week, recency and T are rounded to the nearest whole week and purchases stay as they were. The parameters are those of the unit; drawn were r
0.243, alpha 30.9 days, a 0.793, b 2.426.`;
