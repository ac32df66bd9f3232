-- What search knows of a title. The trigger keeps it in step, whoever writes the title: a page, an import, a script.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

-- Every word of the catalogue once: where a misspelt one looks for the word that was meant.
CREATE TABLE "SearchWord" (
  "word" TEXT NOT NULL,
  CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("word")
);
CREATE INDEX "SearchWord_word_idx" ON "SearchWord" USING GIN ("word" gin_trgm_ops);

-- One spelling for words and for what is asked: lower case, no accents, no punctuation between letters and figures.
CREATE FUNCTION plain_words(words text) RETURNS text
  LANGUAGE sql STABLE STRICT PARALLEL SAFE
  AS $$ SELECT trim(regexp_replace(lower(unaccent(words)), '[^[:alnum:]]+', ' ', 'g')) $$;

-- Both as written (names, foreign words) and by Indonesian stems (membaca, bacaan -> baca).
CREATE FUNCTION search_lexemes(words text, weight "char") RETURNS tsvector
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT setweight(to_tsvector('simple', plain_words(coalesce(words, ''))) || to_tsvector('indonesian', plain_words(coalesce(words, ''))), weight) $$;

CREATE FUNCTION keep_title_search() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
  DECLARE
    named text := plain_words(concat_ws(' ', NEW."title", NEW."subtitle", array_to_string(NEW."authors", ' ')));
  BEGIN
    INSERT INTO "TitleSearch" ("titleId", "document", "phrase")
    VALUES (
      NEW."id",
      search_lexemes(concat_ws(' ', NEW."title", NEW."subtitle"), 'A')
        || search_lexemes(concat_ws(' ', array_to_string(NEW."authors", ' '), regexp_replace(NEW."isbn", '[^0-9Xx]', '', 'g')), 'B')
        || search_lexemes(array_to_string(NEW."subjects", ' '), 'C')
        || search_lexemes(left(NEW."description", 5000), 'D'),
      left(named, 300)
    )
    ON CONFLICT ("titleId") DO UPDATE SET "document" = EXCLUDED."document", "phrase" = EXCLUDED."phrase";

    -- in one order, so that two librarians who add titles at once do not wait for each other in a ring
    INSERT INTO "SearchWord" ("word")
    SELECT DISTINCT word FROM string_to_table(named || ' ' || plain_words(array_to_string(NEW."subjects", ' ')), ' ') AS word
    WHERE length(word) BETWEEN 3 AND 40 ORDER BY word
    ON CONFLICT DO NOTHING;
    RETURN NULL;
  END $$;

CREATE TRIGGER "Title_search"
  AFTER INSERT OR UPDATE OF "title", "subtitle", "authors", "isbn", "subjects", "description" ON "Title"
  FOR EACH ROW EXECUTE FUNCTION keep_title_search();

-- Titles that were there before.
UPDATE "Title" SET "title" = "title";

CREATE INDEX "TitleSearch_in_order" ON "TitleSearch" ("phrase" COLLATE "C", "titleId");
CREATE INDEX "Title_subjects_idx" ON "Title" USING GIN ("subjects");
CREATE INDEX "Title_newest" ON "Title" ("publishedAt" DESC, "id" DESC) WHERE "publishedAt" IS NOT NULL AND "withdrawnAt" IS NULL;
CREATE INDEX "Title_newest_by_language" ON "Title" ("language", "publishedAt" DESC, "id" DESC) WHERE "publishedAt" IS NOT NULL AND "withdrawnAt" IS NULL;
CREATE INDEX "Title_popular" ON "Title" ("borrowCount" DESC, "id" DESC) WHERE "publishedAt" IS NOT NULL AND "withdrawnAt" IS NULL;

-- Words of the catalogue that a misspelt word may have meant. Trigrams find candidates, the count of wrong letters decides:
-- the nearest ones only, one letter off in short words, at most two in longer ones.
CREATE FUNCTION words_near(asked text) RETURNS SETOF text
  LANGUAGE sql STABLE
  SET pg_trgm.similarity_threshold = 0.2
  AS $$
    SELECT n."word" FROM (
      SELECT w."word", levenshtein(w."word", asked) AS wrong, min(levenshtein(w."word", asked)) OVER () AS least
      FROM "SearchWord" w WHERE w."word" % asked AND w."word" <> asked AND length(w."word") <= 40
    ) n
    WHERE n.wrong = n.least AND n.wrong <= CASE WHEN length(asked) < 5 THEN 1 ELSE 2 END
    ORDER BY similarity(n."word", asked) DESC, n."word" LIMIT 8
  $$;

-- A query from what a person typed: every word by its stem or as written; the last one also as a beginning. Small words
-- count only when there are no others. `near` also takes words that are spelt almost so.
CREATE FUNCTION title_query(asked text, near boolean) RETURNS tsquery
  LANGUAGE plpgsql STABLE
  AS $$
  DECLARE
    small_words text[] := ARRAY['yang','di','ke','dari','dan','untuk','dengan','pada','ini','itu','the','a','an','of','and','in','to','for'];
    words text[] := ARRAY(SELECT left(word, 40) FROM unnest((string_to_array(plain_words(asked), ' '))[1:12]) AS word);
    large text[] := ARRAY(SELECT word FROM unnest(words) AS word WHERE word <> ALL (small_words));
    word text;
    other text;
    part tsquery;
    whole tsquery;
  BEGIN
    IF cardinality(large) > 0 THEN words := large; END IF;
    FOREACH word IN ARRAY words LOOP
      CONTINUE WHEN word = '';
      part := to_tsquery('simple', word) || to_tsquery('indonesian', word);
      IF length(word) >= 3 AND word = words[cardinality(words)] THEN part := part || to_tsquery('simple', word || ':*'); END IF;
      IF near THEN
        FOR other IN SELECT words_near(word) LOOP part := part || to_tsquery('simple', other); END LOOP;
      END IF;
      whole := CASE WHEN whole IS NULL THEN part ELSE whole && part END;
    END LOOP;
    RETURN whole;
  END $$;
