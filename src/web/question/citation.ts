import type { CountReport } from '../../domain/report.js';
import { day, t } from '../messages/index.js';

/** One line by which a picture can be cited and its numbers found again: question, day, reader, register. */
export const citationOf = (report: CountReport): string => t.citation(report.question.title, report.option.proposal, report.options.length > 1, day(report.asOf ?? new Date().toISOString()), report.knownAt, report.reader, report.registerHash.slice(0, 12));
