// Files in the browser: nothing of them leaves it.

import { FILE_ENDING, writeCourse, type NamedCourse } from '@tele-balint/shared/protocol/course-file';

/** A name that every file system takes. */
export const fileNameOf = (name: string): string => {
  const plain = name
    .replace(/[^\p{L}\p{N} _-]+/gu, '')
    .trim()
    .replace(/\s+/gu, '-');
  return `${plain === '' ? 'course' : plain}${FILE_ENDING}`;
};

/** Hands a course to whoever presses, as a file. */
export const saveCourse = (course: NamedCourse): void => {
  const address = URL.createObjectURL(new Blob([writeCourse(course)], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), {
    href: address,
    download: fileNameOf(course.name),
  });
  link.click();
  URL.revokeObjectURL(address);
};
