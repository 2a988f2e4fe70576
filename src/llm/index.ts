export { openLlmReader } from './llm-reader.js';
export { MODEL_APIS, type ModelApi, type ModelOptions, type Prices } from './options.js';
