/** Characters that a password has at least; as the API refuses shorter ones. */
export const PASSWORD_MIN = 12;
