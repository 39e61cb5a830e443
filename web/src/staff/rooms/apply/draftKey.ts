/** Where this device keeps what a person has typed of a draft. */
export const draftKey = (id: string): string => `draft.${id}`;
