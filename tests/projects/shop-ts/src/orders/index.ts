export * from './place.js';
export { cancel as cancelOrder } from './cancel.js';
