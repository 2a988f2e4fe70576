import type { OfficeHolderLookup } from './people.js';

/** Office holders by name and date; none are known until the list is there. */
export const officeHolder: OfficeHolderLookup = () => null;
