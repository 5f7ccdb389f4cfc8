# Shell: bars and panels around the map
shell-lens = Lens
shell-layers = Lagen
shell-search = Zoeken…
shell-nothing-found = Niets gevonden
shell-nothing-selected = Klik op de kaart om iets te bekijken
shell-show-all = Heel Nederland
shell-inspector = Bekijken
shell-theme = Licht of donker
shell-text-size = Tekstgrootte
shell-clock-start = Naar het begin
shell-clock-back = Eén stap terug
shell-clock-run = Laten lopen
shell-clock-pause = Stilzetten
shell-clock-step = Eén stap verder
shell-clock-end = Naar het laatste moment
