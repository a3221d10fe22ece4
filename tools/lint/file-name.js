import path from 'node:path';

const empty = /^(utils?|helpers?|common|misc)$/;

/** A file is named for its one job; these names say nothing. */
export const fileName = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    return {
      Program(node) {
        const name = path.basename(context.filename).split('.')[0];
        if (empty.test(name))
          context.report({ node, message: `"${name}" says nothing: name the file's one job` });
      },
    };
  },
};
