"""Archives of pages: where the pages come from, who reads them, and where the rows go."""
