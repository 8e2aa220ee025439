/** Shown while the dashboard is not up; comes back by itself. */
export const startingPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="2">
<title>Speedtax is starting</title>
<style>
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
  body { min-height: 90vh; display: grid; place-content: center; text-align: center; }
  p { opacity: .7; max-width: 32rem; }
</style>
</head>
<body>
<h1>Speedtax is starting</h1>
<p>The pages are being prepared. This one looks again every two seconds.</p>
</body>
</html>
`;
