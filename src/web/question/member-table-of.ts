import type { CountReport } from '../../domain/report.js';
import type { Table } from '../figure/save.js';

/** The members of a count as rows; the names of columns are those of the API. */
export const memberTable = (report: CountReport): Table => [
  ['member', 'name', 'stance', 'confidence', 'origins', 'contested', 'assumed', 'quote', 'speaker', 'attribution', 'publisher', 'date', 'document'],
  ...report.members.map((m) => [m.member, m.name, m.stance, m.confidence, m.origins, String(m.contested), String(m.assumed), m.best?.quote ?? '', m.best?.speaker ?? '', m.best?.attribution ?? '', m.best?.publisher ?? '', m.best?.date ?? '', m.best?.documentId ?? '']),
];
