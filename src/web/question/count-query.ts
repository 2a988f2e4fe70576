import { COUNT_SETTINGS, type Place } from '../routing/place.js';

/** Which count a place looks at, as the API asks for it. */
export const countQuery = (place: Place): Record<string, string> => Object.fromEntries(COUNT_SETTINGS.flatMap((name) => (place.settings[name] ? [[name, place.settings[name]]] : [])));
