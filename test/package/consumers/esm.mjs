// Imports every path named on the command line and prints what each exports, then values some customers.
const modules = {};
for (const path of process.argv.slice(2)) modules[path] = await import(path);

const {
  fitBgNbd,
  fitGammaGamma,
  predictCustomers,
  simulateTransactions,
  summarizeCustomers,
  transactionLog,
} = modules.clientele;
const orders = simulateTransactions({ customers: 300, from: "2024-01-01", until: "2025-06-30", seed: 7 });
const customers = summarizeCustomers(transactionLog(orders));
const purchases = fitBgNbd(customers);
const spend = fitGammaGamma(customers);
const value = predictCustomers(customers, { purchases, spend, horizon: { years: 1 } });

const names = Object.fromEntries(
  Object.entries(modules).map(([path, module]) => [path, Object.keys(module).sort()]),
);
console.log(JSON.stringify({ names, value }));
