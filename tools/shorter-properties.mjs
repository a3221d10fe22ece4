import fc from 'fast-check';

// A change that a property finds is found in its first runs; some thousand changes wait for those that none finds.
fc.configureGlobal({ interruptAfterTimeLimit: 400 });
