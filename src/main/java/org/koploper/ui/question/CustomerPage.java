package org.koploper.ui.question;

import com.samskivert.mustache.Template;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.koploper.access.CodeAddresses;
import org.koploper.access.SecretCode;
import org.koploper.sales.AnswerDesk;
import org.koploper.sales.AnswerDesk.Outcome;
import org.koploper.sales.CustomerAnswer;
import org.koploper.sales.QuestionShown;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.plain.CodeDoor;
import org.koploper.ui.plain.PlainPages;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The page on which a customer answers how satisfied they are and whether they would buy again. Nothing is promised that is
 * not so: the answer is not anonymous, and the page says who reads it. To look at it changes nothing, since programs that
 * check mails for viruses open every link.
 */
@Controller
class CustomerPage {

    private static final String ADDRESS = CodeAddresses.CUSTOMERS + "{code}";
    private static final String SATISFACTION = "satisfaction";
    private static final String AGAIN = "again";

    /** Parameter that says that a second answer was not taken. */
    private static final String BEFORE = "before";

    private final AnswerDesk desk;
    private final CodeDoor door;
    private final PlainPages pages;
    private final Template template = PlainPages.template("customer-question");

    CustomerPage(AnswerDesk desk, CodeDoor door, PlainPages pages) {
        this.desk = desk;
        this.door = door;
        this.pages = pages;
    }

    @GetMapping(ADDRESS)
    ResponseEntity<String> page(@PathVariable String code, HttpServletRequest request) {
        return door.open(code, request, desk::find, (known, question) -> shown(question, request, null));
    }

    @PostMapping(path = ADDRESS, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> answer(@PathVariable String code, HttpServletRequest request) {
        return door.open(code, request, desk::find, (known, question) -> answered(known, question, request));
    }

    private ResponseEntity<String> answered(SecretCode code, QuestionShown question, HttpServletRequest request) {
        Integer satisfaction = score(request, SATISFACTION);
        Integer again = score(request, AGAIN);
        String comment = comment(request);
        if (satisfaction == null && again == null) {
            return shown(question, request, "ask.nothing-chosen");
        }
        if (comment.length() > CustomerAnswer.LONGEST) {
            return shown(question, request, "ask.too-long");
        }
        Outcome outcome = desk.answer(code, new CustomerAnswer(satisfaction, again, comment));
        // whatever became of it, the page says it
        return PlainPages.again(pages.locale(request), outcome == Outcome.ANSWERED_BEFORE ? BEFORE : "");
    }

    private ResponseEntity<String> shown(QuestionShown question, HttpServletRequest request, @Nullable String problem) {
        Locale locale = pages.locale(request);
        return switch (question.state()) {
            case OPEN -> form(question, request, locale, problem);
            case ANSWERED -> thanks(question, request.getParameter(BEFORE) != null, locale);
            case EXPIRED ->
                pages.says(
                        HttpStatus.GONE,
                        locale,
                        pages.text("ask.expired", locale),
                        pages.text("ask.expired-text", locale, day(question.lastDay(), locale)),
                        pages.text("ask.still", locale, question.organisation()));
            case WITHDRAWN ->
                pages.says(
                        HttpStatus.GONE,
                        locale,
                        pages.text("ask.withdrawn", locale),
                        pages.text("ask.withdrawn-text", locale, question.organisation()));
        };
    }

    private ResponseEntity<String> thanks(QuestionShown question, boolean second, Locale locale) {
        LocalDate day = question.answeredOn() == null ? question.lastDay() : question.answeredOn();
        return pages.says(
                HttpStatus.OK,
                locale,
                pages.text("ask.thanks", locale),
                pages.text(second ? "ask.thanks-before" : "ask.thanks-text", locale, day(day, locale)),
                pages.text("ask.thanks-next", locale, readers(question, locale)),
                pages.text("ask.correct", locale, question.organisation()));
    }

    private ResponseEntity<String> form(
            QuestionShown question, HttpServletRequest request, Locale locale, @Nullable String problem) {
        String organisation = question.organisation();
        Map<String, Object> words = new HashMap<>();
        String title = pages.text("ask.title", locale);
        words.put("title", title);
        words.put("organisation", organisation);
        words.put("lang", locale.getLanguage());
        words.put("problem", problem == null ? "" : pages.text(problem, locale, CustomerAnswer.LONGEST));
        words.put("asks", asks(question, locale));
        words.put("why", pages.text("ask.why", locale, organisation));
        words.put("readers", pages.text("ask.readers", locale));
        words.put("named", pages.text("ask.named", locale, question.customer(), readers(question, locale)));
        words.put("kept", pages.text("ask.kept", locale, organisation, question.customer()));
        words.put("questions", List.of(choices(SATISFACTION, request, locale), choices(AGAIN, request, locale)));
        words.put("commentLabel", pages.text("ask.comment", locale));
        words.put("commentHint", pages.text("ask.comment-hint", locale, CustomerAnswer.LONGEST));
        words.put("comment", comment(request));
        words.put("longest", CustomerAnswer.LONGEST);
        words.put("send", pages.text("ask.send", locale));
        words.put("once", pages.text("ask.once", locale, day(question.lastDay(), locale)));
        return pages.page(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                locale,
                title + " · " + organisation,
                template,
                words);
    }

    private String asks(QuestionShown question, Locale locale) {
        String organisation = question.organisation();
        String who = question.askedBy() == null
                ? organisation
                : pages.text("ask.somebody", locale, question.askedBy(), organisation);
        return question.orderedOn() == null
                ? pages.text("ask.asks", locale, who)
                : pages.text("ask.asks-about", locale, who, day(question.orderedOn(), locale));
    }

    private String readers(QuestionShown question, Locale locale) {
        return question.seller() == null
                ? pages.text("ask.read-by", locale, question.organisation())
                : pages.text("ask.read-by-seller", locale, question.seller(), question.organisation());
    }

    private Map<String, Object> choices(String field, HttpServletRequest request, Locale locale) {
        Integer chosen = score(request, field);
        return Map.of(
                "question",
                pages.text("ask." + field, locale),
                "choices",
                IntStream.rangeClosed(CustomerAnswer.LOWEST, CustomerAnswer.HIGHEST)
                        .mapToObj(score -> Map.of(
                                "field",
                                field,
                                "value",
                                score,
                                "words",
                                pages.text("ask." + field + "-" + score, locale),
                                "chosen",
                                Integer.valueOf(score).equals(chosen)))
                        .toList());
    }

    /** Null for none, and for what the page does not offer. */
    private static @Nullable Integer score(HttpServletRequest request, String field) {
        String sent = request.getParameter(field);
        return sent != null && sent.matches("[" + CustomerAnswer.LOWEST + "-" + CustomerAnswer.HIGHEST + "]")
                ? Integer.valueOf(sent)
                : null;
    }

    /** With line ends as one sign, as the browser counts them, and without signs that are none. */
    private static String comment(HttpServletRequest request) {
        String sent = request.getParameter("comment");
        return sent == null
                ? ""
                : sent.replace("\r\n", "\n")
                        .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                        .strip();
    }

    private static String day(LocalDate day, Locale locale) {
        return Formats.of(locale).date(day);
    }
}
