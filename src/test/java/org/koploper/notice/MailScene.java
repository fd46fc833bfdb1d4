package org.koploper.notice;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.koploper.access.PersonNames;
import org.koploper.people.WorkCalendars;
import org.koploper.storage.Ids;
import org.koploper.testing.Movable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Mail over real SMTP to a server that can be down, on a Wednesday morning. */
abstract class MailScene {

    @Autowired
    JdbcTemplate bulk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JsonMapper json;

    @Autowired
    PersonNames names;

    @Autowired
    LiveNotices live;

    @Autowired
    MailRows rows;

    @Autowired
    ChoiceRows choices;

    @Autowired
    Addresses addresses;

    @Autowired
    MailWriter writer;

    @Autowired
    WorkCalendars calendars;

    final Movable clock = new Movable();
    GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    @BeforeEach
    void startServer() {
        server.start();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        clock.to("2026-11-25T10:00");
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }
}
