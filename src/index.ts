export * from "./classification/index.ts";
export * from "./clv/index.ts";
export * from "./customers/index.ts";
export * from "./locales/index.ts";
export * from "./models/index.ts";
export * from "./rows/index.ts";
export * from "./time/index.ts";
export * from "./transactions/index.ts";
