// @ts-check
// Loaded before a process (`node --import`): its clock runs CLOCK_SHIFT milliseconds beside the machine's, in its threads as well.

const real = Date
const shift = Number(process.env.CLOCK_SHIFT)
if (!Number.isFinite(shift)) throw new Error('CLOCK_SHIFT is to be a number of milliseconds')
const now = () => real.now() + shift

globalThis.Date = new Proxy(real, {
  construct: (target, given, as) => Reflect.construct(target, given.length > 0 ? given : [now()], as === globalThis.Date ? target : as),
  apply: () => new real(now()).toString(),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
})
real.prototype.constructor = globalThis.Date
