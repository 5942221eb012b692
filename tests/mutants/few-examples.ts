import fc from 'fast-check'

// Few examples, always the same: what a mutant comes to must not change from run to run.
fc.configureGlobal({ numRuns: 25, seed: 20_241_214 })
