// How the page writes numbers and times.
export const number = new Intl.NumberFormat('id-ID')
export const duration = seconds => {
  if (seconds < 0) return '–'
  if (seconds < 60) return seconds + ' dtk'
  if (seconds < 3600) return Math.floor(seconds / 60) + ' mnt'
  if (seconds < 86400) return Math.floor(seconds / 3600) + ' jam'
  return Math.floor(seconds / 86400) + ' hari'
}
export const clock = date => date.toLocaleTimeString('id-ID', { timeZone: 'Asia/Jakarta' }) + ' WIB'
export const ago = time => duration(Math.max(0, Math.floor((Date.now() - Date.parse(time)) / 1000))) + ' lalu'
export const moment = time => new Date(time).toLocaleString('id-ID', { timeZone: 'Asia/Jakarta', dateStyle: 'medium', timeStyle: 'short' }) + ' WIB'
