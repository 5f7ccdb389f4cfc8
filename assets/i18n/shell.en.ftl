# Shell: bars and panels around the map
shell-lens = Lens
shell-layers = Layers
shell-search = Search…
shell-nothing-found = Nothing found
shell-nothing-selected = Click on the map to inspect something
shell-show-all = Whole country
shell-inspector = Inspect
shell-theme = Light or dark
shell-text-size = Text size
shell-clock-start = To the start
shell-clock-back = One step back
shell-clock-run = Run
shell-clock-pause = Stop
shell-clock-step = One step forward
shell-clock-end = To the latest moment
