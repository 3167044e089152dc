// JupyterLab loads this file as a prebuilt extension, written by hand: it has no build step.
// reset("is_match") opens a comm; the cell of the answer gets the text that the comm brings, and
// the text that was there goes back.
(() => {
  'use strict';
  const NAME = 'mle-course';
  const COMM = 'mle-reset';
  let shared = {};

  const shared_module = async name => {
    const [version] = Object.values(shared[name]);
    return (await version.get())();
  };

  const replace = (app, panel, { cell, source }) => {
    const graded = each => (each.model.getMetadata('nbgrader') || {}).grade_id;
    const { widgets } = panel.content;
    const found =
      widgets.find(each => graded(each) === cell) || widgets.find(each => each.model.id === cell);
    if (!found) {
      const message = `This notebook has no cell for ${cell}. Run mle study, which puts it back.`;
      app.commands.execute('apputils:notify', { message, type: 'error' });
      return '';
    }
    const before = found.model.sharedModel.getSource();
    found.model.sharedModel.setSource(source);
    if (found.model.type === 'code') {
      found.model.clearExecution();
    }
    return before;
  };

  const listen = (app, panel) => {
    const register = () => {
      const kernel = panel.sessionContext.session?.kernel;
      kernel?.registerCommTarget(COMM, (comm, message) => {
        comm.send({ source: replace(app, panel, message.content.data) });
      });
    };
    panel.sessionContext.kernelChanged.connect(register);
    register();
  };

  const plugin = async () => {
    const { INotebookTracker } = await shared_module('@jupyterlab/notebook');
    return {
      id: `${NAME}:reset`,
      autoStart: true,
      requires: [INotebookTracker],
      activate: (app, tracker) => {
        tracker.forEach(panel => listen(app, panel));
        tracker.widgetAdded.connect((_, panel) => listen(app, panel));
      }
    };
  };

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB[NAME] = {
    init: scope => {
      shared = scope;
    },
    get: async () => {
      const made = await plugin();
      return () => ({ __esModule: true, default: made });
    }
  };
})();
