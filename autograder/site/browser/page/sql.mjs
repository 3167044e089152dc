// DuckDB in the worker, called by Python without waiting: `duckdb.py` speaks to it.

const TABLES = ["products", "transactions", "users"];
const FAR_AWAY = 24 * 3600;

const quiet = { log() {} };

// Values as JSON has them; duckdb.py turns them into what DuckDB's Python gives.
const reader = (Arrow, column) => {
  const { type } = column;
  const data = column.data[0];
  const valid = (row) => column.isValid(row);
  const cells = (value) => (row) => (valid(row) ? value(row) : null);
  if (Arrow.DataType.isDecimal(type)) {
    const words = type.bitWidth / 32;
    return cells((row) => {
      let number = 0n;
      for (let at = words - 1; at >= 0; at--) {
        number = (number << 32n) | BigInt(data.values[row * words + at] >>> 0);
      }
      return String(BigInt.asIntN(type.bitWidth, number));
    });
  }
  if (Arrow.DataType.isTimestamp(type)) return cells((row) => String(data.values[row]));
  if (Arrow.DataType.isDate(type) && type.unit === 0) return cells((row) => data.values[row]);
  return cells((row) => {
    const value = column.get(row);
    const exact = typeof value === "number" ? Number.isFinite(value) : typeof value === "boolean";
    return exact ? value : String(value); // JSON has no NaN
  });
};

export const open = async ({ Arrow, BROWSER_RUNTIME, createDuckDB }, engine, bytes) => {
  const bundles = { mvp: { mainModule: "duckdb-eh.wasm" }, eh: { mainModule: "duckdb-eh.wasm" } };
  const database = await createDuckDB(bundles, quiet, BROWSER_RUNTIME);
  // In place of its own way to fetch and compile the engine.
  const module = await engine("duckdb-eh.wasm");
  database.instantiateWasm = (imports, done) => {
    globalThis.DUCKDB_RUNTIME = BROWSER_RUNTIME;
    WebAssembly.instantiate(module, imports).then((instance) => done(instance, module));
    return [];
  };
  await database.instantiate(() => {});
  database.open({ path: ":memory:", query: { queryPollingInterval: 20 } });
  for (const name of TABLES) {
    database.registerFileBuffer(`${name}.csv`, new Uint8Array(await bytes(`${name}.csv.bin`)));
  }

  function* chunks(connection, text, until) {
    const late = () => {
      if (performance.now() < until) return;
      database.cancelPendingQuery(connection);
      throw new Error("INTERRUPT Error: Interrupted!");
    };
    let part = database.startPendingQuery(connection, text, true);
    for (; part === null; part = database.pollPendingQuery(connection)) late();
    yield part;
    for (;;) {
      part = database.fetchQueryResults(connection);
      late();
      if (part !== null && !part.length) return;
      if (part !== null) yield part;
    }
  }

  return {
    connect: () => database.connect().useUnsafe((_, connection) => connection),
    prepare: (connection, text) => {
      try {
        database.closePrepared(connection, database.createPrepared(connection, text));
        return "";
      } catch (error) {
        return error.message;
      }
    },
    // At most `most` rows; JSON with the columns, or with the words of an error.
    run: (connection, text, seconds, most) => {
      const until = performance.now() + 1000 * Math.min(seconds, FAR_AWAY);
      try {
        const found = Arrow.RecordBatchReader.from(chunks(connection, text, until)).open();
        const columns = (found.schema?.fields ?? []).map(({ name }) => name);
        const rows = [];
        for (const batch of found) {
          const readers = columns.map((_, at) => reader(Arrow, batch.getChildAt(at)));
          for (let row = 0; row < batch.numRows && rows.length < most; row++) {
            rows.push(readers.map((read) => read(row)));
          }
          if (rows.length >= most) break;
        }
        return JSON.stringify({ columns, rows });
      } catch (error) {
        return JSON.stringify({ error: error.message });
      }
    },
  };
};
