import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { Schemas } from '../../client/create-client.js';
import { apiPath } from './client.js';
import { useAnswer } from './use-answer.js';

const Names = createContext<Readonly<Record<string, string>>>({});

/** Lets all that is in it call states by their names. */
export function WithNames({ children }: { readonly children: ComponentChildren }) {
  const known = useAnswer<Schemas['Knowledge']>(apiPath('/knowledge')).data;
  return <Names.Provider value={known?.states ?? {}}>{children}</Names.Provider>;
}

/** The name of a state by its code; whatever is no known code stays as it is. */
export function useName(): (code: string) => string {
  const names = useContext(Names);
  return (code) => names[code] ?? code;
}
