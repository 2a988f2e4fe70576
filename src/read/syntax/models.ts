import tagger from '../../../models/tagger.json' with { type: 'json' };
import parser from '../../../models/parser.json' with { type: 'json' };
import labeller from '../../../models/labeller.json' with { type: 'json' };
import entities from '../../../models/entities.json' with { type: 'json' };
import { decodeLinearModel } from '../weights/linear-model.js';
import type { SyntaxModels } from './parse-text.js';

let decoded: SyntaxModels | undefined;

/** The models that ship with the project, decoded at first use. */
export function syntaxModels(): SyntaxModels {
  decoded ??= {
    tagger: decodeLinearModel(tagger),
    parser: decodeLinearModel(parser),
    labeller: decodeLinearModel(labeller),
    entities: decodeLinearModel(entities),
  };
  return decoded;
}
