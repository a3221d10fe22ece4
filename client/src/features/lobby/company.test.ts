import { describe, expect, it } from 'vitest';
import { besideOf, faultIn, NOBODY, withoutPerson, withPerson } from './company.ts';

const kofi = { name: ' Kofi  Mensah ', profession: 'Nursing' };

describe('who else is at this camera', () => {
  it('[SI21] names the first thing that is missing: the site, then a person', () => {
    expect(faultIn({ site: ' ', people: [NOBODY] })).toEqual({ field: 'site' });
    expect(faultIn({ site: 'York', people: [kofi, NOBODY] })).toEqual({ field: 'person', index: 1 });
    expect(faultIn({ site: 'York', people: [kofi] })).toBeNull();
  });

  it('[SI21] goes to the server cleaned, and is nobody where the last one is taken out', () => {
    const company = withPerson({ site: ' York ', people: [NOBODY] }, 0, kofi);
    expect(besideOf(company)).toEqual({
      site: 'York',
      people: [{ name: 'Kofi Mensah', profession: 'Nursing' }],
    });
    expect(withoutPerson(company, 0)).toBeNull();
  });
});
