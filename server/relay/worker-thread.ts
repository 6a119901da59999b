/** Starts one of the relay's worker threads from its file beside this one, as source or as built. */
import { Worker } from 'node:worker_threads'

/** `megabytes`: a job that needs more is not one of ours, and must not take the relay's memory. */
export function startWorker(file: URL, megabytes: number): Worker {
  const worker = newWorker(file, { maxOldGenerationSizeMb: megabytes })
  // A thread alone does not keep the process alive.
  worker.unref()
  return worker
}

/** Beside this file in the source, beside main.js after the build. */
export function workerFile(name: 'compaction-worker' | 'check-worker'): URL {
  return new URL(`./${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)
}

function newWorker(file: URL, resourceLimits: { maxOldGenerationSizeMb: number }): Worker {
  if (!file.pathname.endsWith('.ts')) return new Worker(file, { resourceLimits })
  // Source files run only in development and tests; a thread on Node 20 does not inherit tsx and loads it itself.
  const load = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(file.href)}) })`
  return new Worker(load, { resourceLimits, eval: true, execArgv: [] })
}
