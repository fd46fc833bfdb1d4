package org.koploper.api;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import org.koploper.commission.ExampleAnswer;
import org.koploper.records.RecordKinds;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description at /v3/api-docs: what the code shows, with texts, examples and refusals from beside it. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Koploper",
                        version = "v1",
                        license = @License(name = "Apache-2.0"),
                        description = "Leaderboards, commission statements, records, imports and webhooks. Amounts and"
                                + " ratios are strings of exact decimals, days are 2026-11-30, months 2026-11. Refusals are"
                                + " RFC 9457 problems with a stable code. v1 stands in every address: fields and addresses"
                                + " may be added to it, what is there keeps its name and meaning."),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
        name = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "A token from administration, with the scopes it needs: imports, records, boards, statements,"
                + " webhooks")
class OpenApi {

    @Bean
    OpenApiCustomizer descriptions(RecordKinds kinds) {
        OperationDescriptions operations = new OperationDescriptions(kinds);
        return api -> {
            AnswerSchemas answers = new AnswerSchemas(api.getComponents());
            answers.describe(ImportAnswer.class, "ImportAnswer");
            answers.describe(UndoAnswer.class, "UndoAnswer");
            answers.describe(StatementAnswer.class, "StatementAnswer");
            answers.describe(PeriodAnswer.class, "PeriodAnswer");
            answers.describe(ExampleAnswer.class, "ExampleAnswer");
            answers.describe(LeaderboardController.Place.class, "Place");
            answers.describe(GoalsController.Shown.class, "Goal");
            answers.describe(KpisController.Entry.class, "Kpi");
            answers.describe(KpisController.Shown.class, "KpiReading");
            answers.describe(WebhookAnswer.class, "WebhookAnswer");
            answers.describe(DeliveryAnswer.class, "DeliveryAnswer");
            RecordSchemas.describe(api.getComponents(), kinds);
            ProblemDescriptions.describe(api.getComponents());
            operations.describe(api);
        };
    }
}
