/** Where the handbooks of these households are printed. */
export const addressOfPrint = (ids: readonly string[]): string => `/staff/print/handbook?ids=${ids.join(",")}`;
