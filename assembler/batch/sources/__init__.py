"""Where the cases of a batch come from: folders, case files, tables, standard input."""
