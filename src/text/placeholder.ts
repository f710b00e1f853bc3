/**
 * Stands for a text that nothing may change while what is around it is written. It is a
 * noncharacter of Unicode, for internal use only, which `plainText` leaves out.
 */
export const PLACEHOLDER = '\ufdd0';
