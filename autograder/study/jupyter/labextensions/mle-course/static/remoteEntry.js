// JupyterLab loads this file as a prebuilt extension, written by hand: it has no build step.
// reset("is_match") opens a comm; the cell of the answer gets the text that the comm brings, and
// the text that was there goes back. The first page of the workspace, if it has one, is a tab
// behind the lesson.
(() => {
  'use strict';
  const NAME = 'mle-course';
  const COMM = 'mle-reset';
  const FIRST_PAGE = 'today.md';
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

  const show_first_page = async app => {
    try {
      await app.serviceManager.contents.get(FIRST_PAGE, { content: false });
    } catch {
      return;
    }
    app.commands.execute('docmanager:open', { path: FIRST_PAGE, options: { activate: false } });
  };

  const plugin = async () => {
    const { INotebookTracker } = await shared_module('@jupyterlab/notebook');
    return {
      id: `${NAME}:plugin`,
      autoStart: true,
      requires: [INotebookTracker],
      activate: (app, tracker) => {
        tracker.forEach(panel => listen(app, panel));
        tracker.widgetAdded.connect((_, panel) => listen(app, panel));
        app.restored.then(() => show_first_page(app));
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
