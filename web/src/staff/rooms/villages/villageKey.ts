/** Where this device keeps what a person has typed of a village's application. */
export const villageKey = (uid: string, application: string): string => `villageApplication.${uid}.${application}`;
