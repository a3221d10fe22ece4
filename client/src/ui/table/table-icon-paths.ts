// The strokes of what the first page and the editor need besides: whoever only sits in the circle does not load them.

import { ICON_PATHS } from '../icon-paths.ts';

export const TABLE_ICON_PATHS = {
  plus: ICON_PATHS.plus,
  mail: 'M5.7 6h12.6a2.2 2.2 0 0 1 2.2 2.2v8.1a2.2 2.2 0 0 1-2.2 2.2H5.7a2.2 2.2 0 0 1-2.2-2.2V8.2A2.2 2.2 0 0 1 5.7 6ZM4.5 8.2 12 13.5l7.5-5.3',
  qr: 'M5.5 4.5H9a1 1 0 0 1 1 1V9a1 1 0 0 1-1 1H5.5a1 1 0 0 1-1-1V5.5a1 1 0 0 1 1-1ZM15 4.5h3.5a1 1 0 0 1 1 1V9a1 1 0 0 1-1 1H15a1 1 0 0 1-1-1V5.5a1 1 0 0 1 1-1ZM5.5 14H9a1 1 0 0 1 1 1v3.5a1 1 0 0 1-1 1H5.5a1 1 0 0 1-1-1V15a1 1 0 0 1 1-1ZM14 14h2v2M19.5 14v2.5M14 19.5h1.8M18 19.5h1.5',
  calendar:
    'M6.7 5.5h10.6a2.2 2.2 0 0 1 2.2 2.2v9.6a2.2 2.2 0 0 1-2.2 2.2H6.7a2.2 2.2 0 0 1-2.2-2.2V7.7a2.2 2.2 0 0 1 2.2-2.2ZM4.5 10h15M8.5 3.5v4M15.5 3.5v4',
  close: 'M6.5 6.5 17.5 17.5M17.5 6.5 6.5 17.5',
  minus: 'M5.5 12h13',
  up: 'm6 14.5 6-6 6 6',
  down: 'm6 9.5 6 6 6-6',
  drag: 'M9 6.5h.01M15 6.5h.01M9 12h.01M15 12h.01M9 17.5h.01M15 17.5h.01',
  repeat:
    'M5 12.5V11a3.5 3.5 0 0 1 3.5-3.5H18M15.5 4.7l2.8 2.8-2.8 2.8M19 11.5V13a3.5 3.5 0 0 1-3.5 3.5H6M8.5 13.7 5.7 16.5l2.8 2.8',
  bin: 'M5.5 7.5h13M9.5 7.3V5h5v2.3M7.3 7.5 8 19.5h8l.7-12',
  print: 'M7 9V4h10v5M7 16H4.5V9.5h15V16H17M7 13.5h10V20H7v-6.5Z',
  file: 'M7 3.5h7l4 4v13H7v-17ZM14 3.5v4h4M12 11v6M9.5 14.8 12 17.2l2.5-2.4',
  'file-up': 'M7 3.5h7l4 4v13H7v-17ZM14 3.5v4h4M12 17.2v-6M9.5 13.4 12 11l2.5 2.4',
} as const;

export type TableIconName = keyof typeof TABLE_ICON_PATHS;
