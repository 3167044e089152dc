// Exercises that run in the page. Python, and DuckDB for SQL, are loaded into a worker at the
// first Run. Answers stay in this browser. Without this script the page shows the stubs.
"use strict";
(() => {
  const here = document.currentScript.dataset;
  const engine = new URL(here.engine, location.href);
  const modules = new Map(); // engines as they were compiled for the first worker
  const editors = new Map();
  const loaded = new Set();
  let worker = null;
  let busy = null;

  const store = {
    get(key) { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
    set(key, value) {
      try {
        if (value === null) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(value));
      } catch { /* a private window forgets */ }
    },
  };
  const make = (tag, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };
  const off = (button, is) => button.setAttribute("aria-disabled", is);
  const sourceOf = (cell) => cell.querySelector(".input pre").textContent.replace(/\n$/, "");

  class Editor {
    constructor(cell) {
      this.cell = cell;
      this.name = cell.dataset.exercise;
      this.loads = cell.dataset.loads.split(" ");
      this.key = `answer ${here.lesson} ${this.name}`;
      this.stub = sourceOf(cell);
      const kept = store.get(this.key);
      this.area = make("textarea", {
        id: `answer-${this.name}`, spellcheck: false, wrap: "off", autocapitalize: "off",
        autocomplete: "off", value: kept?.text ?? this.stub,
      });
      this.area.setAttribute("aria-describedby", `keys-${this.name}`);
      this.fit();
      const button = (text, act) => {
        const made = make("button", { type: "button", textContent: text });
        made.addEventListener("click", () => {
          if (made.getAttribute("aria-disabled") !== "true") act();
        });
        return made;
      };
      this.runs = button("", () => this.run());
      this.stops = button("Stop", () => stop("Stopped. The next run starts from scratch."));
      this.resets = button("Reset", () => this.reset());
      this.undoes = button("Undo the reset", () => this.undo());
      off(this.stops, true);
      this.says = make("p", { className: "says" });
      this.result = make("div", { className: "outputs" });
      const live = make("div", {}, this.says, this.result);
      live.setAttribute("aria-live", "polite");
      const keys = "Tab indents, Escape and then Tab moves on, Ctrl+Enter runs.";
      cell.append(make("div", { className: "runner" },
        make("label", {
          className: "unseen", htmlFor: this.area.id, textContent: `Your answer: ${this.name}`,
        }),
        this.area,
        make("p", { className: "keys", id: `keys-${this.name}`, textContent: keys }),
        make("p", { className: "bar" }, this.runs, this.stops, this.resets, this.undoes),
        live));
      cell.classList.add("runs");
      document.querySelector(`[data-check="${this.name}"]`)?.classList.add("in-runner");
      this.area.addEventListener("input", () => this.keep());
      this.area.addEventListener("keydown", (event) => this.press(event));
      if (kept && kept.version !== cell.dataset.version) {
        this.say("This exercise has changed since you wrote this. Reset shows its new start.");
      }
      this.look();
    }

    look() {
      const missing = this.loads.filter((each) => !loaded.has(each));
      const bytes = missing.reduce((sum, each) => sum + Number(here[each]), 0);
      const more = bytes ? ` (loads ${Math.round(bytes / 1e6)} MB once)` : "";
      this.runs.textContent = `Run and check${more}`;
      off(this.runs, busy !== null);
      off(this.stops, busy !== this);
      off(this.resets, this.area.value === this.stub);
      this.undoes.hidden = !store.get(`discarded ${this.key}`);
    }

    fit() { this.area.rows = Math.min(40, Math.max(6, this.area.value.split("\n").length + 1)); }

    say(text) { this.says.textContent = text; }

    keep() {
      const { value } = this.area;
      const version = this.cell.dataset.version;
      store.set(this.key, value === this.stub ? null : { text: value, version });
      this.fit();
      this.look();
    }

    // As if it was typed, so that the browser's own undo knows it.
    type(text) {
      if (!document.execCommand("insertText", false, text)) {
        this.area.setRangeText(text, this.area.selectionStart, this.area.selectionEnd, "end");
        this.keep();
      }
    }

    press(event) {
      const leaves = this.escaped;
      this.escaped = event.key === "Escape";
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        if (!busy) this.run();
      } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        const line = this.area.value.slice(0, this.area.selectionStart).split("\n").pop();
        event.preventDefault();
        this.type(`\n${line.match(/^ */)[0]}${/:\s*$/.test(line) ? "    " : ""}`);
      } else if (event.key === "Tab" && !event.shiftKey && !leaves) {
        event.preventDefault();
        this.type("    ");
      }
    }

    reset() {
      if (!confirm("Reset to the starter code? You can undo this.")) return;
      store.set(`discarded ${this.key}`, this.area.value);
      this.area.value = this.stub;
      this.result.replaceChildren();
      this.say("");
      this.keep();
    }

    undo() {
      const text = store.get(`discarded ${this.key}`);
      store.set(`discarded ${this.key}`, this.area.value === this.stub ? null : this.area.value);
      this.area.value = text;
      this.keep();
    }

    request() {
      const cells = [];
      for (const each of document.querySelectorAll("main [data-role]")) {
        if (each === this.cell) break;
        const { role, exercise } = each.dataset;
        if (role === "check" || !each.querySelector(".input pre")) continue;
        const source = editors.get(exercise)?.area.value ?? sourceOf(each);
        cells.push({ id: each.id.replace("cell-", ""), role, source });
      }
      return JSON.stringify({ cells, name: this.name, source: this.area.value });
    }

    run() {
      busy = this;
      this.result.replaceChildren();
      this.say("Loading");
      if (!worker) {
        worker = new Worker(new URL("run.mjs", engine), { type: "module" });
        worker.onmessage = ({ data }) => busy?.hear(data);
        worker.onerror = (event) => {
          event.preventDefault();
          stop("Couldn't load the runtime. Are you online?");
        };
      }
      worker.postMessage({ loads: this.loads, modules: [...modules], request: this.request() });
      refresh();
    }

    hear({ stage, module, printed, result, failed }) {
      if (stage) this.say(stage);
      if (stage === "Running") this.loads.forEach((each) => loaded.add(each));
      if (module) modules.set(...module);
      if (printed) this.print(printed);
      if (result) {
        this.result.insertAdjacentHTML("beforeend", result.card);
        this.say(result.card ? "" : "It was not checked.");
        busy = null;
        refresh();
      }
      if (failed) {
        stop(/call stack/.test(failed)
          ? "Recursion is too deep for the browser. In a notebook there is more room."
          : `It could not be run: ${failed}`);
      }
    }

    print(text) {
      if (!this.printed?.isConnected) {
        this.printed = make("pre", { tabIndex: 0 });
        this.result.prepend(this.printed);
      }
      this.printed.append(text);
    }
  }

  const refresh = () => editors.forEach((each) => each.look());

  const stop = (text) => {
    worker?.terminate();
    worker = null;
    busy?.say(text);
    busy = null;
    refresh();
  };

  const download = async (link) => {
    const notebook = await (await fetch(link.href)).json();
    for (const cell of notebook.cells) {
      const editor = editors.get(cell.id);
      if (editor) cell.source = editor.area.value.split(/(?<=\n)/);
    }
    const text = `${JSON.stringify(notebook, null, 1)}\n`;
    const href = URL.createObjectURL(new Blob([text], { type: "application/x-ipynb+json" }));
    make("a", { href, download: link.getAttribute("href") }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10000);
  };

  document.addEventListener("DOMContentLoaded", () => {
    // A page from a folder may not start a worker.
    if (location.protocol === "file:" || !("DecompressionStream" in window)) return;
    for (const cell of document.querySelectorAll("[data-loads]")) {
      const editor = new Editor(cell);
      editors.set(editor.name, editor);
    }
    const link = document.querySelector("main > .facts a[download]");
    const button = make("button", { type: "button", textContent: "Download it with your answers" });
    button.addEventListener("click", () => download(link));
    link.after(" ", button);
  });
})();
