"""Archives on engines: Spark, Ray Data, Hugging Face datasets, datatrove. Needs the extra ``engines``, or the
engine itself and the extra ``arrow``.

Each module is a few lines around ``banmian.arrow``, and gives the same rows in the same shapes; take them as
they are, or as a pattern for an engine that is not here. Import the one that you need:

    from banmian.engines import spark
    articles = spark.parse_pages(frame, text="text", source="id")

A page that cannot be read is a row with an ``error``. No engine is loaded by anything else in banmian.
"""
