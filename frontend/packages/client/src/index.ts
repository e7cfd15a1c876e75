export * from "./generated/api";
export * from "./generated/models";
export { configureHub, type HubConfiguration } from "./http";
export { HubProblem } from "./problem";
