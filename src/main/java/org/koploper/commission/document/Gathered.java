package org.koploper.commission.document;

import java.util.ArrayList;
import java.util.List;
import org.koploper.commission.engine.Beside;
import org.koploper.commission.engine.Credit;
import org.koploper.commission.engine.DatedRate;
import org.koploper.commission.engine.History;
import org.koploper.commission.engine.OwnQuota;
import org.koploper.commission.engine.Payment;
import org.koploper.commission.engine.Score;
import org.koploper.commission.engine.Service;
import org.koploper.commission.engine.Termination;

/** What is being gathered of one person of an example. */
final class Gathered {

    Service service = Service.ALWAYS;
    final List<Credit> credits = new ArrayList<>();
    final List<Credit> overlay = new ArrayList<>();
    final List<OwnQuota> quotas = new ArrayList<>();
    final List<Score> scores = new ArrayList<>();
    final List<Payment> payments = new ArrayList<>();
    final List<Termination> terminations = new ArrayList<>();

    boolean has(String deal) {
        return credits.stream().anyMatch(credit -> credit.deal().equals(deal))
                || overlay.stream().anyMatch(credit -> credit.deal().equals(deal));
    }

    /** What depends on others is not told: they are computed together. */
    History history(List<DatedRate> rates) {
        Beside beside = new Beside(overlay, List.of(), List.of(), List.of(), rates);
        return new History(credits, service, quotas, scores, payments, terminations, beside);
    }
}
