import { findOfficeHolder } from '../../knowledge/office-holders.js';
import type { OfficeHolderLookup } from './people.js';

/** Office holders by name and date, from `knowledge/office-holders.json`. */
export const officeHolder: OfficeHolderLookup = findOfficeHolder;
