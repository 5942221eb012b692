/** What pages of ours may use of a device: nothing. Where a code is read, the camera. */
export const permissions = (camera: '' | 'self' = '') => `camera=(${camera}), geolocation=(), microphone=(), payment=()`

/** On the pages of the desk with a field for codes. */
export const withCamera = () => ({ 'Permissions-Policy': permissions('self') })
