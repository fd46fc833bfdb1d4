package org.koploper.intake;

import org.koploper.records.ImportersOnly;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordKinds;
import org.springframework.stereotype.Service;

/** Empty files to be filled in: the fields of a kind as headers, and one example row. */
@Service
public class Templates {

    private final RecordKinds kinds;

    Templates(RecordKinds kinds) {
        this.kinds = kinds;
    }

    /**
     * As CSV.
     *
     * @throws Imports.UnknownKind when there is no such kind of record
     */
    @ImportersOnly
    public String csv(String kind) {
        return RejectedFile.template(kind(kind));
    }

    /**
     * As a workbook.
     *
     * @throws Imports.UnknownKind when there is no such kind of record
     */
    @ImportersOnly
    public byte[] xlsx(String kind) {
        return RejectedFile.templateXlsx(kind(kind));
    }

    private RecordKind kind(String name) {
        return kinds.find(name).orElseThrow(() -> new Imports.UnknownKind(name));
    }
}
