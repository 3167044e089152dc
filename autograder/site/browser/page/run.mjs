// Runs the answers of one page: Python, and DuckDB where SQL is asked for, in a worker, so that
// the page stays alive and an endless loop can be ended with the worker.
//
// The page sends {loads, modules, request}; this answers {stage}, {module}, {printed}, {ready}
// and {result}. Compiled engines go to the page and come back, so that a worker that takes the
// place of a stopped one starts at once.
import { loadPyodide } from "./pyodide.mjs";

const HERE = new URL("./", import.meta.url).href;
const compiled = new Map();
let python = null;
let sql = null;

// Engines are kept packed, because not every server packs what it sends.
const bytes = async (name) => {
  const answer = await fetch(HERE + name);
  if (!answer.ok) throw new Error(`${name} could not be loaded (${answer.status}).`);
  const raw = await answer.arrayBuffer();
  const [first, second] = new Uint8Array(raw, 0, 2);
  if (first !== 0x1f || second !== 0x8b) return raw;
  const stream = new Blob([raw]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
};

const engine = (name) => {
  if (!compiled.has(name)) {
    compiled.set(name, bytes(`${name}.bin`).then(async (content) => {
      const module = await WebAssembly.compile(content);
      postMessage({ module: [name, module] });
      return module;
    }));
  }
  return compiled.get(name);
};

const script = async (name) => {
  const content = await bytes(`${name}.bin`);
  const address = URL.createObjectURL(new Blob([content], { type: "text/javascript" }));
  try {
    return await import(address);
  } finally {
    URL.revokeObjectURL(address);
  }
};

// Pyodide fetches and compiles its engine by itself; both steps are led to the packed one.
const { fetch: fetchAnything } = globalThis;
globalThis.fetch = (what, how) => {
  const name = String(what?.url ?? what).split("/").pop();
  return name.endsWith(".wasm") ? Promise.resolve({ name }) : fetchAnything(what, how);
};
WebAssembly.instantiateStreaming = async (answer, imports) => {
  const module = await engine((await answer).name);
  return { module, instance: await WebAssembly.instantiate(module, imports) };
};

// Nobody can interrupt a worker that is busy, so Python looks at the clock itself: it reads
// this "buffer" every few steps, and what it reads is the number of a signal, or 0.
const SIGALRM = 14;
const SIGPROF = 27;
const timers = new Map([
  [0, { signal: SIGALRM, end: Infinity, again: 0 }],
  [2, { signal: SIGPROF, end: Infinity, again: 0 }],
]);
const buffer = {
  get 0() {
    const now = performance.now();
    for (const timer of timers.values()) {
      if (now < timer.end) continue;
      timer.end = timer.again ? now + timer.again : Infinity;
      return timer.signal;
    }
    return 0;
  },
  set 0(signal) { /* Python takes a signal back; there is nothing to take back. */ },
};
const setTimer = (which, seconds, again) => {
  const timer = timers.get(which);
  const now = performance.now();
  const left = timer.end === Infinity ? 0 : Math.max(timer.end - now, 1) / 1000;
  const before = [left, timer.again / 1000];
  timer.end = seconds > 0 ? now + 1000 * seconds : Infinity;
  timer.again = 1000 * again;
  return before;
};

// Python guards a stack of its own, but the browser's ends long before. So Python is told that
// only so many bytes are left: deep recursion is an error then, and not the end of the worker.
const LEAST = 24576;
const guard = (left) => {
  const { _module: engine } = python;
  const end = engine._emscripten_stack_get_current() - left;
  const size = Math.max(engine._emscripten_stack_get_base() - end, LEAST);
  engine._PyUnstable_ThreadState_SetStackProtection(engine._PyThreadState_Get(), end, size);
};

const start = async (loads) => {
  const packages = bytes("python.zip");
  const needsSql = loads.includes("sql");
  if (needsSql && !sql) {
    const { open } = await import("./sql.mjs");
    sql = await open(await script("duckdb.mjs"), engine, bytes);
  }
  if (!python) {
    python = await loadPyodide({
      indexURL: HERE,
      packageBaseUrl: HERE,
      createPyodideModule: (await script("pyodide.asm.mjs")).default,
      lockFileContents: await (await fetch(`${HERE}pyodide-lock.json`)).text(),
      stdLibURL: `${HERE}python_stdlib.zip`,
    });
    python.unpackArchive(await packages, "zip", {
      extractDir: python.runPython("import site; site.getsitepackages()[0]"),
    });
    python.setInterruptBuffer(buffer);
    const page = python.pyimport("page");
    page.use_clock(setTimer);
    page.use_stack(guard);
  }
  if (needsSql) python.registerJsModule("page_sql", sql);
};

onmessage = async ({ data }) => {
  try {
    for (const [name, module] of data.modules) compiled.set(name, Promise.resolve(module));
    postMessage({ stage: "Loading" });
    await start(data.loads);
    postMessage({ stage: "Running" });
    const page = python.pyimport("page");
    const result = page.run(data.request, (text) => postMessage({ printed: text }));
    postMessage({ result: JSON.parse(result) });
  } catch (error) {
    postMessage({ failed: String(error?.message ?? error) });
    if (error?.pyodide_fatal_error) close();
  }
};
