/** Where this device keeps what a person has typed of a village's application. */
export const villageKey = (application: string): string => `villageApplication.${application}`;
