import type { Failure } from '../../domain/failure.js';
import { err, type Result } from '../../domain/result.js';
import type { UncertainActor } from '../../model/bargaining/monte-carlo.js';
import { completeActor, parseActors } from './actors-file.js';
import { bargainReport, type BargainReport, type BargainRequest } from './bargain-report.js';
import type { InputFile } from './input-file.js';

/** Bargaining among the actors of a file. Fails with one sentence that names the file. */
export function bargainFile(file: InputFile, request: BargainRequest): Result<BargainReport, Failure> {
  const given = parseActors(file);
  if (!given.ok) return given;
  const actors: UncertainActor[] = [];
  for (const a of given.value.actors) {
    const whole = completeActor(a);
    if ('missing' in whole) return err({ code: 'input-malformed', category: 'caller', message: `${file.name}: the actor "${a.name}" has no ${whole.missing}; give each a position, a capability and a salience.` });
    actors.push(whole);
  }
  return bargainReport(actors, request, given.value, file.name);
}
