import { describe, expect, it } from 'vitest';
import { firstName, partsOf } from './first-name.ts';

describe('first names', () => {
  it.each([
    ['Anna Berg', 'Anna'],
    ['Prof. Dr. med. Anna Berg', 'Anna'],
    ['PROF. DR. ANNA BERG', 'ANNA'],
    ['Prof.Dr.Anna Berg', 'Anna'],
    ['Dr Anna Berg', 'Anna'],
    ['dr. anna berg', 'anna'],
    ['PD Dr. med. habil. Jan Ott', 'Jan'],
    ['Priv.-Doz. Dr. rer. nat. Eva Mohr', 'Eva'],
    ['Univ.-Prof. DDr. Eva Mohr', 'Eva'],
    ['Dipl.-Psych. Eva Mohr', 'Eva'],
    ['Dipl. Psych. Eva Mohr', 'Eva'],
    ['Dr.-Ing. Eva Mohr', 'Eva'],
    ['Dr.in med.univ. Eva Mohr', 'Eva'],
    ['Prof.in Eva Mohr', 'Eva'],
    ['Dr. h.c. Eva Mohr', 'Eva'],
    ['Mr Tom Hall', 'Tom'],
    ['Ms. Mei Lin', 'Mei'],
    ['Frau Dr. Mei Lin', 'Mei'],
    ['Sr Maria Immaculata', 'Maria'],
    ['Mme Claire Dubois', 'Claire'],
    ['Dr. phil. Anna Berg', 'Anna'],
    ['Dr med Anna Berg', 'Anna'],
    // Names that look like titles.
    ['Phil Taylor', 'Phil'],
    ['Dr. Phil Taylor', 'Phil'],
    ['Drago Babić', 'Drago'],
    ['Profira Ion', 'Profira'],
    ['Ma Lin', 'Ma'],
    ['Anna-Lena Berg', 'Anna-Lena'],
    ['Ana', 'Ana'],
  ])('[CR26] %s is called %s', (name, called) => {
    expect(firstName(name)).toBe(called);
  });

  it.each([
    'Dr Nair',
    'Dr. Nair',
    'Prof. Dr. med. Berg',
    'Sr Maria',
    'Frau Berg',
    'Dr.',
    'Prof. Dr.',
    'Dr',
    'J. Berg',
    'Berg, Anna',
  ])('[CR26] %s is called by the whole of it', (name) => {
    expect(firstName(name)).toBe(name);
  });

  it('[CR26] the parts of a name are the name', () => {
    expect(partsOf(' Prof. Dr. med. Anna Berg ')).toEqual({
      titles: 'Prof. Dr. med. ',
      first: 'Anna',
      last: ' Berg',
    });
    expect(partsOf('')).toEqual({ titles: '', first: '', last: '' });
  });
});
