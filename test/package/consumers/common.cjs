// As esm.mjs, with require.
const modules = Object.fromEntries(process.argv.slice(2).map((path) => [path, require(path)]));

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
