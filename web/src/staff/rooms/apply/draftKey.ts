/** Where this device keeps what a person has typed of a draft. */
export const draftKey = (uid: string, id: string): string => `draft.${uid}.${id}`;
