// What LiveKit's protocol imports instead of its other notation: pages and servers speak the binary one.

const refuse = (): never => {
  throw new Error('This page reads and writes binary messages only.');
};

export const makeJsonFormat = () => ({
  makeReadOptions: refuse,
  makeWriteOptions: refuse,
  readMessage: refuse,
  readScalar: refuse,
  writeMessage: refuse,
  writeScalar: refuse,
});
