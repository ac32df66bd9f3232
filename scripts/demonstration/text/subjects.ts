import type { Subject } from './subject';
import { alam } from './subjects/alam';
import { dapur } from './subjects/dapur';
import { desa } from './subjects/desa';
import { dongeng } from './subjects/dongeng';
import { englishGuide } from './subjects/english-guide';
import { englishStory } from './subjects/english-story';
import { ikan } from './subjects/ikan';
import { kerajinan } from './subjects/kerajinan';
import { kota } from './subjects/kota';
import { puisi } from './subjects/puisi';
import { sains } from './subjects/sains';
import { sehat } from './subjects/sehat';
import { sejarah } from './subjects/sejarah';
import { sungai } from './subjects/sungai';
import { tani } from './subjects/tani';
import { usaha } from './subjects/usaha';

const subjects: Readonly<Record<string, Subject>> = {
  alam, dapur, desa, dongeng, ikan, kerajinan, kota, puisi, sains, sehat, sejarah, sungai, tani, usaha,
  'english-story': englishStory, 'english-guide': englishGuide,
};

export const subjectNames: readonly string[] = Object.keys(subjects);

export function subjectNamed(name: string): Subject {
  const found = subjects[name];
  if (found === undefined) throw new RangeError(`no subject is called ${name}`);
  return found;
}
