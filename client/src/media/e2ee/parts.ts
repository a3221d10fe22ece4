// What is loaded apart, and only where the server asks for sealing.

export { whyNotSeal } from './can-seal.ts';
export { makeSeal } from './seal.ts';
