export * from "./generated/react";
